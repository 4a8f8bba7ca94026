/** An endpoint that is read, with the schema of its response. */
export const get = <const Path extends string, Schema>(path: Path, response: Schema) =>
  ({ method: 'GET', path, response }) as const;

/** An endpoint to which a body is sent, with the schema of its response. */
export const post = <const Path extends string, Schema>(path: Path, response: Schema) =>
  ({ method: 'POST', path, response }) as const;
