/** JSON Schemas are imported as they lie in schemas/, outside the compiled sources. */
declare module '*.schema.json' {
  const schema: Record<string, unknown>;
  export default schema;
}

declare module '*/package.json' {
  const manifest: { readonly version: string };
  export default manifest;
}
