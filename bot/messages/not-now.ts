/**
 * Why nothing is posted now. `sent`: it was posted before. `obsolete`: it no longer says anything true, or nobody wants
 * it. `held`: its run is paused. `later`: not before `at`.
 */
export type NotNow = { kind: 'sent' | 'obsolete' | 'held' } | { kind: 'later'; at: Date };
