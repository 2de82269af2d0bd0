import * as z from 'zod';
import { parseXml } from './xml.ts';

// The attributes and elements that readers of JUnit XML have in common (testmoapp/junitxml lists them).
const count = z.string().regex(/^\d+$/).transform(Number);
const tally = { tests: count, failures: count, errors: count, skipped: count };
const blank = z.string().regex(/^\s*$/);

const leaf = (name: string, attributes: z.ZodType) =>
  z.strictObject({ name: z.literal(name), attributes, children: z.array(z.never()), text: z.string() });

const testcase = z.strictObject({
  name: z.literal('testcase'),
  attributes: z.strictObject({
    name: z.string().min(1),
    classname: z.string().min(1),
    file: z.string().min(1).optional(),
    line: count.optional(),
  }),
  children: z
    .array(
      z.union([
        leaf('failure', z.strictObject({ message: z.string(), type: z.string() })),
        leaf('skipped', z.strictObject({ message: z.string() })),
        leaf('system-out', z.strictObject({})),
      ]),
    )
    .max(1),
  text: blank,
});

const testsuite = z.strictObject({
  name: z.literal('testsuite'),
  attributes: z.strictObject({ name: z.string(), file: z.string().optional(), ...tally }),
  children: z.array(testcase),
  text: blank,
});

const testsuites = z.strictObject({
  name: z.literal('testsuites'),
  attributes: z.strictObject({ name: z.string(), ...tally }),
  children: z.array(testsuite),
  text: blank,
});

const told = (cases: readonly z.infer<typeof testcase>[]) => {
  const having = (name: string) => cases.filter(({ children }) => children.some((one) => one.name === name));
  return {
    tests: cases.length,
    failures: having('failure').length,
    errors: 0,
    skipped: having('skipped').length,
  };
};

/** The document, or an error where it is not well-formed, is no JUnit, or its counts are not those of its tests. */
export function parseJunit(text: string): z.infer<typeof testsuites> {
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
