import type { ImportedCustomers } from './customers/customers.ts';
import type { CustomerFile } from './customers/read-customers.ts';
import type { Journal } from './journal.ts';
import type { Capabilities, Coverage } from './people/capabilities.ts';
import type { ImportedDepartment } from './people/departments.ts';
import type { Likeness } from './people/manager-columns.ts';
import type { ImportedPeople } from './people/person.ts';
import type { PeopleFile } from './people/read-people.ts';
import type { ImportedTeam } from './teams.ts';

/** An organisation as it was understood from its sources. */
export interface Imported {
  readonly files: readonly PeopleFile[];
  readonly customerFile: CustomerFile | undefined;
  /** The name that the source gives the whole, '' where it gives none or several. */
  readonly name: string;
  /** The day of the extract, '' where it does not say. */
  readonly asOf: string;
  /** Where no column of managers was found, the one most like it. */
  readonly likeManagers: Likeness | undefined;
  readonly currency: string | undefined;
  readonly people: ImportedPeople;
  /** The person of each id. */
  readonly byId: ReadonlyMap<string, number>;
  readonly departments: readonly ImportedDepartment[];
  /** Beside the departments, where people may be in several. */
  readonly teams: readonly ImportedTeam[];
  readonly capabilities: Capabilities;
  readonly coverage: Coverage;
  readonly customers: ImportedCustomers;
  readonly journal: Journal;
}
