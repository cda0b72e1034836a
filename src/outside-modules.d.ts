/** What is imported as it lies beside the compiled sources: JSON Schemas, the code made of them, and the package's manifest. */
declare module '*.schema.json' {
  const schema: Record<string, unknown>;
  export default schema;
}

declare module '*/schemas/validate.js' {
  /** One way in which data differs from its schema. */
  export interface SchemaError {
    /** The JSON pointer of the value it is about. */
    readonly instancePath: string;
    readonly keyword: string;
    readonly params: Readonly<Record<string, unknown>>;
    /** The value, and the schema the keyword stands in. */
    readonly data: unknown;
    readonly parentSchema: { readonly properties?: object };
  }

  /** True for data as its schema says; of any other, `errors` has what differs until the next call. */
  export interface Validate {
    (data: unknown): boolean;
    readonly errors: readonly SchemaError[] | null;
  }

  export function makeValidators(formats: {
    readonly date: (text: string) => boolean;
  }): Readonly<
    Record<
      'organization' | 'policy' | 'calendar' | 'grants' | 'adoption' | 'import-map' | 'notices',
      Validate
    >
  >;
}

declare module '*/package.json' {
  const manifest: { readonly version: string };
  export default manifest;
}
