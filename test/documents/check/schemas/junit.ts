import * as z from 'zod';
import { parseXml } from './xml.ts';

// The elements and attributes that testmoapp/junitxml documents as common, and no others; what it calls optional is optional.
const count = z.string().regex(/^\d+$/).transform(Number);
const seconds = z.string().regex(/^\d+(\.\d+)?$/);
const timestamp = z.iso.datetime({ local: true });
const blank = z.string().regex(/^\s*$/);
const filled = z.string().min(1);
/** Of a run and of a suite; the counts are optional there, but not here, where they are held against the tests. */
const totals = {
  ...{ name: filled, tests: count, failures: count, errors: count, skipped: count },
  ...{ assertions: count.optional(), time: seconds.optional(), timestamp: timestamp.optional() },
};

const element = <Name extends string, Attributes extends z.ZodType, Child extends z.ZodType>(
  name: Name,
  attributes: Attributes,
  child: Child,
  text: z.ZodString = blank,
) => z.strictObject({ name: z.literal(name), attributes, children: z.array(child), text });

const leaf = (name: string, attributes: z.ZodType) => element(name, attributes, z.never(), z.string());

const properties = element(
  'properties',
  z.strictObject({}),
  leaf('property', z.strictObject({ name: filled, value: z.string().optional() })),
);
const outputs = [leaf('system-out', z.strictObject({})), leaf('system-err', z.strictObject({}))] as const;
const outcome = z.strictObject({ message: filled, type: filled });

const testcase = element(
  'testcase',
  z.strictObject({
    ...{ name: filled, classname: filled, assertions: count.optional(), time: seconds.optional() },
    ...{ file: filled.optional(), line: count.optional() },
  }),
  z.union([
    leaf('failure', outcome),
    leaf('error', outcome),
    leaf('skipped', z.strictObject({ message: filled.optional() })),
    properties,
    ...outputs,
  ]),
).refine(
  ({ children }) => children.filter(({ name }) => ['failure', 'error', 'skipped'].includes(name)).length <= 1,
  'a test has one outcome',
);

const testsuite = element(
  'testsuite',
  z.strictObject({ ...totals, file: filled.optional() }),
  // Suites in suites are documented too, but many readers do not know them.
  z.union([testcase, properties]),
).transform(({ children, ...rest }) => ({
  ...rest,
  // What is said of a suite is no test of it.
  children: children.filter((one): one is z.infer<typeof testcase> => one.name === 'testcase'),
}));

const testsuites = element('testsuites', z.strictObject(totals), testsuite);

const told = (cases: readonly z.infer<typeof testcase>[]) => {
  const having = (name: string) => cases.filter(({ children }) => children.some((one) => one.name === name));
  return {
    tests: cases.length,
    failures: having('failure').length,
    errors: having('error').length,
    skipped: having('skipped').length,
  };
};

/** The document, or an error where it is not well-formed, is no JUnit, or its counts are not those of its tests. */
export function parseJunit(text: string): z.infer<typeof testsuites> {
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n')) throw new Error('no declaration');
  const document = testsuites.parse(parseXml(text));
  const levels = [
    { of: document, cases: document.children.flatMap(({ children }) => children) },
    ...document.children.map((suite) => ({ of: suite, cases: suite.children })),
  ];
  for (const { of, cases } of levels) {
    const counts = told(cases);
    for (const [name, number] of Object.entries(counts))
      if (of.attributes[name as keyof typeof counts] !== number)
        throw new Error(`${of.attributes.name} has ${number} ${name}`);
  }
  return document;
}
