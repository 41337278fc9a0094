/** Dependencies of a package.json that are not pinned to one version, in words. */
export function looseVersions(packageJson: string): readonly string[] {
  const manifest = JSON.parse(packageJson) as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>
  return ['dependencies', 'devDependencies', 'optionalDependencies']
    .flatMap((section) => Object.entries(manifest[section] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))
    .map(([name, version]) => `${name} must have an exact version, not ${version}`)
}
