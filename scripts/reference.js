// The pages of docs/reference, from the lists that the program itself works with.

const cell = (text) => String(text).replaceAll('|', '\\|').replace(/\s+/g, ' ');

export const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const WRITTEN = '<!-- Written by npm run generate. -->\n';

const page = (title, ...parts) => `${WRITTEN}# ${title}\n\n${parts.join('\n\n')}\n`;

const formatTable = (known) =>
  table(
    ['format', 'what it is'],
    [...known].map(([name, { summary }]) => [`\`${name}\``, summary]),
  );

const commandPart = (command) => {
  const names = command.registeredArguments.map((one) => {
    const text = `${one.name()}${one.variadic ? '...' : ''}`;
    return one.required ? `<${text}>` : `[${text}]`;
  });
  const rows = [
    ...command.registeredArguments.map((one) => [`\`${one.name()}\``, one.description]),
    ...command.options.map(({ flags, description, defaultValue, argChoices }) => [
      `\`${flags}\``,
      [
        description,
        argChoices === undefined || description.includes(argChoices[0]) ? '' : `(${argChoices.join(', ')})`,
        defaultValue === undefined || defaultValue === false ? '' : `by default ${defaultValue}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
    ]),
  ];
  return [
    `## \`orgdesign ${[command.name(), ...names].join(' ')}\``,
    command.description(),
    table(['argument or option', 'what it does'], rows),
  ].join('\n\n');
};

/** Type and description of each field of a JSON Schema, by its path; `[]` is each element, `*` each key. */
const fieldsOf = (schema, path = '', depth = 0) => {
  if (depth > 6 || schema === undefined || typeof schema !== 'object') return [];
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) {
    const real = alternatives.filter(({ type }) => type !== 'null');
    if (real.length === 1) return fieldsOf(real[0], path, depth);
  }
  if (schema.type === 'array') return fieldsOf(schema.items, `${path}[]`, depth);
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [[at, typeOf(value), value.description ?? ''], ...fieldsOf(value, at, depth + 1)];
  });
  const others =
    typeof schema.additionalProperties === 'object'
      ? fieldsOf(schema.additionalProperties, `${path}.*`, depth + 1)
      : [];
  return [...own, ...others];
};

const typeOf = (schema) => {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(', ');
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined) return [...new Set(alternatives.map(typeOf))].join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  return Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything');
};

/**
 * Texts by file name.
 * `entries`: those of `explain`. `subjects`: what rules are about. `sources`: systems to import from. `commands`: of commander.
 * `formats`: titles to maps of formats. `schemas`: titles to JSON Schemas of what is printed.
 */
export const referencePages = ({ entries, subjects, sources, commands, formats, schemas }) => {
  const ofKind = (kind) => entries.filter((entry) => entry.kind === kind);
  return {
    'commands.md': page('Commands', ...commands.map(commandPart)),
    'formats.md': page(
      'Formats',
      ...Object.entries(formats).map(([title, known]) => `## ${title}\n\n${formatTable(known)}`),
    ),
    'measures.md': page(
      'Measures',
      'Every figure, as `orgdesign explain ID` tells it in full.',
      table(
        ['measure', 'what it says', 'unit', 'better', 'source'],
        ofKind('measure').map(({ id, summary, facts }) => [
          `\`${id}\``,
          summary,
          facts.unit,
          facts.better,
          facts.source,
        ]),
      ),
      ...ofKind('measure').map(({ id, facts }) => `## ${id}\n\n${facts.formula}`),
    ),
    'rules.md': page(
      'Rules',
      'Severities are set under `policy.rules`. A rule with a * asks the questionnaire (`practices:`).',
      ...subjects.map((subject) => {
        const about = ofKind('rule').filter(({ facts }) => facts.about === subject);
        const rows = about.map(({ id, summary, facts }) => [
          `\`${id}\`${facts.askedBy === undefined ? '' : ' *'}`,
          facts.severity,
          summary,
          facts.source,
        ]);
        return `## About ${subject}\n\n${table(['rule', 'severity', 'what it finds', 'source'], rows)}`;
      }),
    ),
    'designs.md': page(
      'Designs',
      table(
        ['design', 'what it is', 'source'],
        ofKind('design').map(({ id, summary, facts }) => [`\`${id}\``, summary, facts.source]),
      ),
    ),
    'thresholds.md': page(
      'Thresholds',
      'Set under `policy:` in the file.',
      table(
        ['threshold', 'default', 'what it sets'],
        ofKind('threshold').map(({ id, summary, facts }) => [`\`${id}\``, facts.default, summary]),
      ),
    ),
    'sources.md': page(
      'Systems to import from',
      table(
        ['`--from`', 'system', 'what is special'],
        sources.map(({ id, name, notes }) => [`\`${id}\``, name, notes.join(' ')]),
      ),
    ),
    'json.md': page(
      'Fields of the JSON',
      'What `--format json` writes; the schemas themselves are in schemas/v1. `[]` is each element of a list, `*` each key.',
      ...Object.entries(schemas).map(
        ([title, schema]) => `## ${title}\n\n${table(['field', 'type', 'what it is'], fieldsOf(schema))}`,
      ),
    ),
  };
};
