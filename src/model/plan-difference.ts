/** How a plan made now differs from one that was shown before. */
export interface PlanDifference {
  /** Ids of changes that were shown and are no longer planned. */
  readonly gone: readonly string[];
  /** Ids of changes that are planned now and were not shown. */
  readonly added: readonly string[];
  /** Ids of changes planned both times on other facts. */
  readonly altered: readonly string[];
}
