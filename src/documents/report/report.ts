import { defer, deferred } from '../../base/deferred.ts';
import { given } from '../../base/given.ts';
import { displacedHeads } from '../../designs/displaced.ts';
import { transitionOf } from '../../designs/transition/transition.ts';
import { type Measure, shownValue } from '../../measures/measure.ts';
import { teamsMade } from '../../model/declared-teams.ts';
import type { Organisation } from '../../model/organisation.ts';
import { reportedQuality } from '../../model/quality.ts';
import type { Report, ReportedDesign } from '../../schema/documents/report.ts';
import type { Profile } from '../../schema/input/decision.ts';
import type { DesignId } from '../../schema/input/designs.ts';
import type { Loaded } from '../../schema/loaded.ts';
import type { Assessment } from '../../verdicts/assess.ts';
import type { Candidate, Company } from '../../verdicts/candidate.ts';
import { criteriaOf } from '../../verdicts/criteria.ts';
import { type ClusterOutcome, outsideOf } from '../../verdicts/outside.ts';
import { rankingOf } from '../../verdicts/ranking.ts';
import { risksOf } from '../../verdicts/risks/risks.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { answerOf } from '../answer/answer.ts';
import { writerByTitle } from '../answer/people-by-title.ts';
import { reportedTeam } from '../declared-teams.ts';
import { factsOf, headerOf } from '../header.ts';
import { reportedFindings } from '../reported-findings.ts';
import { showTransition } from '../transition/transition.ts';
import type { Naming } from '../with-people.ts';
import { assumptionsOf } from './assumptions.ts';
import { compare } from './comparison.ts';
import { reportedActions, reportedFit, reportedQuestions, reportedReorganise } from './fit.ts';
import { leadingDesign } from './leading.ts';
import { payOf, withoutIds } from './privacy.ts';
import { reportedMeasures } from './reported-measures.ts';
import { journeyOf, seatsOf } from './seats.ts';
import { standingOf } from './standing.ts';
import { flowsOf, structureOf } from './structure.ts';
import { robustness, summarise } from './summary.ts';
import { reportedWork } from './work.ts';

export interface ReportOptions {
  /** Whether people are shown by name rather than by id. */
  readonly names?: boolean;
  /** What the ids of people are replaced by, wherever they stand; figures stay the same. */
  readonly anonymise?: (id: string) => string;
  /** Whether the cost of today's units stands in it; of groups of fewer than five never. */
  readonly pay?: boolean;
  readonly version: string;
  /** Whether every seat stands in it, which charts are drawn from. */
  readonly seats?: boolean;
  /** What the designs are ranked by instead of what the file says. */
  readonly profile?: Profile;
  /** For how many years the growth of the work is told; left out where nobody asked. */
  readonly years?: number;
}

/** Teams that a design makes; undefined where it makes none. */
function teamsOf(today: Organisation, design: Organisation | null): ReportedDesign['teams'] {
  const made = design === null ? [] : teamsMade(today, design);
  return made.length === 0 ? undefined : made.map(reportedTeam(design!));
}

/** Every team that is declared, which charts draw; undefined where none is. */
function declaredTeams(today: Organisation, organisation: Organisation): ReportedDesign['declaredTeams'] {
  if (organisation.teams.length === 0) return undefined;
  const known = new Set(today.teams.map(({ id }) => id));
  return organisation.teams.map((team) => ({
    ...reportedTeam(organisation)(team),
    ...(known.has(team.id) ? {} : { new: true as const }),
  }));
}

/** What the report says of one design. */
function designOf(
  { measures }: Company,
  candidate: Candidate,
  asIs: Candidate,
  names: Naming,
  seats: boolean,
  verdict: Verdict,
): ReportedDesign {
  const { design, result, view } = candidate;
  const reported: ReportedDesign = {
    id: design.id,
    name: design.name,
    status: result.status,
    ...(result.mend === undefined ? {} : { mend: [...result.mend] }),
    feasible: result.status === 'staffed',
    hires: Object.fromEntries(result.hires),
    missing: result.missing.map((lack) => ({ ...lack })),
    ...(result.organisation === null || design.id === 'as-is'
      ? {}
      : { displaced: displacedIn(asIs.result.organisation!, result.organisation) }),
    ...(result.optionalSeats === undefined
      ? {}
      : { optionalSeats: result.optionalSeats.map((seat) => ({ ...seat })) }),
    outside: [],
    summary: [],
    ...(result.basis === undefined ? {} : { basis: result.basis }),
    ...(result.assignment === undefined ? {} : { assignment: result.assignment }),
    measures:
      result.status === 'impossible' ? {} : reportedMeasures(measures, design.id, candidate.measures()),
    structure: [],
    ...given({ teams: teamsOf(asIs.result.organisation!, result.organisation) }),
    ...(view === null || !seats
      ? {}
      : {
          ...given({ declaredTeams: declaredTeams(asIs.result.organisation!, view.organisation) }),
          seats: seatsOf(asIs.view!, view, names),
        }),
    ...(view === null ? {} : given({ journey: journeyOf(view) })),
    ...(view === null || view.organisation.flows.length === 0 ? {} : { flows: flowsOf(view) }),
    findings: [],
    risks: [],
    fit: reportedFit(verdict),
  };
  // Most of it is read of some designs only. Clusters with more inside are made for what they leave outside.
  defer(reported, 'outside', () => reportedOutside(candidate));
  if (design.id !== 'as-is') defer(reported, 'summary', () => summarise(measures, candidate, asIs));
  defer(reported, 'risks', () => {
    const risks = risksOf(measures, candidate, asIs.measures());
    return risks.length === 0 && (view === null || design.id === 'as-is') ? undefined : [...risks];
  });
  if (view === null) return reported;
  defer(reported, 'structure', () => structureOf(view, names === true));
  defer(reported, 'findings', () =>
    reportedFindings(
      candidate.findings(),
      view.organisation,
      names,
      seats ? writerByTitle(view.organisation, names === true) : undefined,
    ),
  );
  return reported;
}

const reportedOutside = (candidate: Candidate): ReportedDesign['outside'] => {
  const found = outsideOf(candidate);
  if (found.length === 0) return undefined;
  const outcome = ({ handoffs, movedShare, hires }: ClusterOutcome) => ({
    handoffs: handoffs.byNumber,
    ...(handoffs.byRevenue === null ? {} : { handoffsByRevenue: handoffs.byRevenue }),
    movedShare,
    hires,
  });
  const less = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return found.map(({ capability, now, inside }) => ({
    capability,
    handoffs: less(now.handoffs.byNumber, inside?.handoffs.byNumber ?? null),
    ...(now.handoffs.byRevenue === null
      ? {}
      : { handoffsByRevenue: less(now.handoffs.byRevenue, inside?.handoffs.byRevenue ?? null) }),
    inside: inside && outcome(inside),
  }));
};

const displacedIn = (before: Organisation, after: Organisation) =>
  displacedHeads(before, after).map(({ seat, from }) => ({
    person: before.people.id[seat]!,
    title: before.people.title[seat]!,
    from: before.units[from]!.id,
  }));

/** What no design changes: said of the company. */
const companyFigures = (measures: readonly Measure[], asIs: Candidate): Report['company'] =>
  Object.fromEntries(
    measures.flatMap(({ id, unit, ofCompany }) => {
      const result = asIs.measures().get(id);
      if (ofCompany !== true || result === undefined) return [];
      const value = shownValue(result);
      return [
        [
          id,
          given({ value, unit, reason: value === null ? (result.reason ?? 'It is not known.') : undefined }),
        ],
      ];
    }),
  );

/** With the way to the design that is shown beside today's. */
function withStages(report: Report, candidates: readonly Candidate[]): Report {
  const leading = leadingDesign(report);
  const candidate = candidates.find(({ design }) => design.id === leading?.id);
  const before = candidates[0]?.view?.organisation;
  if (candidate === undefined || before === undefined) return report;
  const { stages } = showTransition(before, transitionOf(before, candidate.design.id, candidate.result));
  const designs = report.designs.map((design) =>
    design === leading && stages.length > 0 ? { ...design, stages: [...stages] } : design,
  );
  return { ...report, designs };
}

/**
 * The document of an evaluation: the figures, findings and verdicts of today's organisation and of every design of it, what
 * separates them, and what was assumed. As-is comes first among the candidates.
 */
export function buildReport(
  loaded: Loaded,
  company: Company,
  candidates: readonly Candidate[],
  assessment: Assessment,
  options: ReportOptions,
): Report {
  const { today, measures } = company;
  const names: Naming = options.anonymise ?? options.names === true;
  const asIs = candidates[0]!;
  const designs = candidates.map((candidate) => {
    const verdict = assessment.verdicts.get(candidate.design.id)!;
    return designOf(company, candidate, asIs, names, options.seats === true, verdict);
  });
  const takenOf = (id: string) =>
    new Map(
      candidates.flatMap(({ design, view, measures: figures }) =>
        view === null ? [] : [[design.id, figures().get(id)!] as const],
      ),
    );
  const ids = designs.map(({ id }) => id);
  const nameOf = (wanted: DesignId) => designs.find(({ id }) => id === wanted)!.name.toLowerCase();
  const headline = measures
    .filter(({ ofCompany }) => ofCompany !== true)
    .map(({ id, label }) => ({ label, taken: takenOf(id) }));
  if (designs[0] !== undefined) defer(designs[0], 'summary', () => robustness(headline, nameOf));
  const header = headerOf(loaded, options.version);
  const ranking = rankingOf(candidates, assessment.verdicts, criteriaOf(today, options.profile));
  const standing = standingOf(today, candidates, names);
  // What an output does not tell is not worked out.
  const made: Report = deferred<Report>({
    version: () => header.version,
    generator: () => header.generator,
    input: () => header.input,
    organisation: () => factsOf(today),
    answer: () => answer,
    quality: () => reportedQuality(today.organisation),
    assumptions: () =>
      assumptionsOf(
        today,
        candidates.map(({ design, result }) => ({ id: design.id, organisation: result.organisation })),
      ).map((one) => ({ ...one, affects: [...one.affects] })),
    designs: () => designs,
    comparison: () =>
      Object.fromEntries(measures.map((measure) => [measure.id, compare(measure, ids, takenOf(measure.id))])),
    company: () => companyFigures(measures, asIs),
    ranking: () => ranking,
    work: () => reportedWork(candidates, ranking, options.years),
    readiness: () => standing.readiness,
    maturity: () => standing.maturity,
    officer: () => standing.officer,
    reorganise: () => reportedReorganise(assessment),
    actions: () => reportedActions(assessment),
    questions: () => reportedQuestions(assessment),
  });
  const answer = answerOf(made, company, candidates, assessment, names === true);
  const staged = options.seats === true ? withStages(made, candidates) : made;
  const shown = options.pay === true ? { ...staged, pay: payOf(asIs.view!) } : staged;
  return options.anonymise === undefined ? shown : withoutIds(shown, today.organisation, options.anonymise);
}
