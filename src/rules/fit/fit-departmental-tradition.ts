import { fitting } from '../examples/companies.ts';
import { defineFitRule } from './fit-rule.ts';
import { contextLever, saidYes } from './premises.ts';

export const fitDepartmentalTradition = defineFitRule({
  id: 'fit-departmental-tradition',
  summary: 'The company thinks in departments, and clusters cut across them.',
  why: {
    text: 'Companies with a traditional departmental focus struggle to make clusters work: careers, budgets and loyalties follow the department. Where that holds only partly it weighs half, and is no finding.',
    source: 'Jackson; careers, budgets and loyalties are our reading',
  },
  fit: {
    statements: [
      {
        when: 'a departmental tradition',
        designs: ['cluster'],
        certainty: -0.5,
        premises: (fit) => [
          saidYes(fit, 'departmentalTradition', 'the company has a traditional departmental focus'),
        ],
      },
    ],
    reads: ['context.departmentalTradition'],
    change: 'To change that: careers, budgets and goals that no longer follow departments.',
    levers: [
      contextLever(
        'departmentalTradition',
        'Take careers, budgets and goals off the departments.',
        () => 'no',
      ),
    ],
  },
  examples: {
    bad: fitting('Departments or not', { context: { departmentalTradition: 'yes' } }),
    good: fitting('Departments or not', { context: { departmentalTradition: 'no' } }),
    design: 'cluster',
  },
  *check(view, { design }) {
    const { context, origin } = view.organisation;
    if (design !== 'cluster' || context.departmentalTradition !== 'yes') return;
    yield {
      message:
        'Clusters will be a struggle here: the company has a traditional departmental focus (context.departmentalTradition). To change that: careers, budgets and goals that no longer follow departments.',
      entity: { kind: 'design', id: design },
      at: origin,
    };
  },
});
