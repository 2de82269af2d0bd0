import type { Index } from '../../../model/organisation.ts';
import type { ReportedAssignment } from '../../../schema/documents/basis.ts';
import type { AssignmentMethod } from './assignment/assign.ts';
import type { Ties } from './ties.ts';

/** Who fills a post of which capability, who keeps up a centre, and how many posts each group has. */
export interface Posts {
  /** Seats that fill posts of each clustered capability. */
  readonly holders: ReadonlyMap<Index, readonly Index[]>;
  /** Seats of each centre of expertise. */
  readonly centres: ReadonlyMap<Index, readonly Index[]>;
  /** Posts by capability and group, those to be hired included. */
  readonly posts: ReadonlyMap<Index, readonly number[]>;
  /** Posts to be hired, by capability and group. */
  readonly hires: ReadonlyMap<Index, readonly number[]>;
}

/** Posts before anybody is placed. */
export interface PostDivision extends Omit<Posts, 'centres'> {
  /** People whom the centre of expertise of a capability takes from its holders. */
  readonly centreSeats: ReadonlyMap<Index, number>;
  /** Who leads people, and would come below somebody less senior in a group: the first in a centre. */
  readonly outranks?: (seat: Index) => boolean;
}

/** Who is placed where, how well, and how that is known. */
export interface PlacingResult {
  /** Group of each seat, -1 for none. */
  readonly groupOf: Int32Array;
  /** People of each centre of expertise, whose group is -1. */
  readonly centres: ReadonlyMap<Index, readonly Index[]>;
  /** What the placing adds up to, and what no other one exceeds. */
  readonly objective: number;
  readonly bound: number;
  /** Seats placed, those that are pinned included; classes of seats that are as good as each other. */
  readonly seats: number;
  readonly classes: number;
  readonly method: AssignmentMethod;
  /** People who move to a group that is not served from where they are. */
  readonly crossing: readonly Index[];
  /** Seats that have no place without crossing, where that is forbidden. */
  readonly left: readonly Index[];
  /** Seats of one class fill the same kind of post, and could change places at no cost; -1 for none, and for pinned seats. */
  readonly classOf: Int32Array;
  readonly ties: Ties;
}

/** A pin that does nothing: it names nobody, or no group, or somebody at the top, who stays there. */
export interface IdlePin {
  readonly id: string;
  readonly target: string;
  readonly because: 'nobody' | 'nowhere' | 'top';
}

/** Who is placed in which group. */
export interface Placement {
  readonly posts: Posts;
  /** Group of each seat, -1 for none. */
  readonly groupOf: Int32Array;
  /** Capability of the post that each seat fills; -1 for none, also for those who are only pinned. */
  readonly postOf: Int32Array;
  readonly idlePins: readonly IdlePin[];
  /** How good the placing is, and how that is known. */
  readonly assignment: ReportedAssignment;
  /** The same in sentences, with those who cross to another location or stay out for it. */
  readonly explanation: readonly string[];
  /** People who move to a group that is not served from where they are. */
  readonly crossing: readonly Index[];
  /** Seats of one class fill the same kind of post, and could change places at no cost; -1 for none, and for pinned seats. */
  readonly classOf: Int32Array;
  /** Pinned seats, and the group of each. */
  readonly pins: ReadonlyMap<Index, number>;
  readonly ties: Ties;
}
