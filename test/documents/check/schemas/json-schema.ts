import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/**
 * Throws, with every fault, unless a document is as the schema says. `format` is looked at; a keyword that Ajv does not know is
 * an error of the schema, so that a misspelt one is not passed over.
 */
export function checking(schema: object): (document: unknown) => void {
  const modern = '$schema' in schema && String(schema.$schema).includes('2020-12');
  const ajv = new (modern ? Ajv2020 : Ajv)({ allErrors: true, strict: true, strictRequired: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  return (document) => {
    if (!validate(document)) throw new Error(ajv.errorsText(validate.errors, { separator: '\n' }));
  };
}
