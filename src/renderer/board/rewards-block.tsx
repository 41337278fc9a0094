import type { ReactElement } from 'react'
import type { RewardRow, RewardsBlock } from '../layout/page.types.ts'
import { Fitted, Lines } from './pieces.tsx'

/** Loyalty rewards, a row each. Not yellow: who has no points pays what the rails say. */
export function RewardsBlockView({ block }: { readonly block: RewardsBlock }): ReactElement {
  return (
    <div className="rewards-block">
      <p className="reward-rule detail-strong" style={{ height: block.rulePx }}>
        <Lines lines={block.ruleLines} />
      </p>
      <ul>
        {block.rows.map((row) => (
          <RewardRowView row={row} key={row.rewardId} />
        ))}
      </ul>
    </div>
  )
}

function RewardRowView({ row }: { readonly row: RewardRow }): ReactElement {
  return (
    <li
      className={row.pointsPx === null ? 'reward' : 'reward points-beside'}
      data-reward={row.rewardId}
      style={{
        height: row.heightPx,
        ...(row.pointsPx === null ? {} : { gridTemplateColumns: `minmax(0, 1fr) ${row.pointsPx}px` })
      }}
    >
      <Fitted text={row.headline} as="h2" />
      <Fitted text={row.points} as="p" />
      {row.noteLines.length === 0 ? null : (
        <p className="detail">
          <Lines lines={row.noteLines} />
        </p>
      )}
    </li>
  )
}
