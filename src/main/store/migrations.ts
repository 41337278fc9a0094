import type Database from 'better-sqlite3'

/** One step of a schema, run in a transaction of its own. Its place in the array (from 1) is the version it leads to. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** The version that a database has; 0 for an empty one. */
export const versionOf = (db: Database.Database): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Brings a database forward to the last migration. Forward only: the caller has refused a newer one.
 * Each step is one transaction together with its `user_version`, so a crash leaves a whole version.
 */
export const migrate = (db: Database.Database, migrations: readonly Migration[]): void => {
  for (let version = versionOf(db); version < migrations.length; version += 1) {
    const migration = migrations[version]
    if (migration === undefined) return
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${version + 1}`)
    }).immediate()
  }
}
