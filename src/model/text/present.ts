/** A record without the keys whose value is undefined. */
export function present<T extends object>(
  record: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    const value = record[key as keyof T];
    if (value !== undefined) kept[key] = value;
  }
  return kept as ReturnType<typeof present<T>>;
}
