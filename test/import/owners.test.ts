import { describe, expect, test } from 'vitest';
import { importOf, kindsOf } from './import-memory.ts';

const PEOPLE = `Employee ID,Name,Job Title,Department,Manager ID,Initials,Room
1,Anna Bell,Chief Executive Officer,Executive,,BEL,101
2,Bodo Carr,Sales Director,Sales,1,CAR,102
3,Cyra Dunn,Account Manager,Sales,2,DUN,103
4,Dirk East,Key Accounts North,Sales,2,EAS,104
`;
const ownersOf = async (customers: string, people = PEOPLE) => {
  const imported = await importOf({ people, customers }, { customers: 'customers' });
  return { imported, owners: imported.customers.list.map(({ owner }) => owner.join('+')) };
};

describe('owners of customers', () => {
  test.each([
    ['under a header of owners', 'Betreuer', 'DUN,EAS,dun,XYZ', ['3', '4', '3', 'XYZ']],
    ['under a header in any language', 'Opiekun', 'DUN,EAS,DUN,CAR', ['3', '4', '3', '2']],
    ['several in a cell', 'Account Owner', 'DUN / EAS,EAS,DUN; CAR,CAR', ['3+4', '4', '3+2', '2']],
  ])('are found by initials of the list of people, %s', async (_, header, cells, expected) => {
    const rows = cells.split(',').map((cell, at) => `c${at},Customer ${at},${cell}\n`);
    const { imported, owners } = await ownersOf(`Customer No,Customer,${header}\n${rows.join('')}`);
    expect(owners).toEqual(expected);
    expect(imported.files[0]!.bound).toContainEqual(
      expect.objectContaining({ field: 'otherId', header: 'Initials' }),
    );
    expect(imported.files[0]!.ignored).not.toContain('Initials');
    expect(imported.journal.assumed.join()).toContain(`"${header}" names a "Initials" of people`);
  });

  test('are not found by a column that holds something else, or says who helps', async () => {
    const customers = 'Customer No,Customer,Visits\nc1,A,101\nc2,B,102\nc3,C,103\n';
    expect((await ownersOf(customers)).owners).toEqual(['', '', '']);
  });

  test('are several people in one cell, however they are parted', async () => {
    const { owners } = await ownersOf(`Customer No,Customer,Account Team
c1,A,"Dunn, Cyra; East, Dirk"
c2,B,Cyra Dunn / Bodo Carr
c3,C,"Dirk East, Cyra Dunn"
c4,D,"Dunn, Cyra, East, Dirk"
c5,E,Cyra Dunn and Dirk East
c6,F,"Dunn, Cyra"
`);
    expect(owners).toEqual(['3+4', '3+2', '4+3', '3+4', '3+4', '3']);
  });

  test('are found by all that finds managers: an initial, a title that one person has', async () => {
    const { owners } = await ownersOf('Customer No,Customer,Owner\nc1,A,C. Dunn\nc2,B,Key Accounts North\n');
    expect(owners).toEqual(['3', '4']);
  });

  test('whose name several people have are told as such, and not as missing', async () => {
    const people = PEOPLE.replace('Dirk East', 'Cyra Dunn');
    const { imported, owners } = await ownersOf('Customer No,Customer,Owner\nc1,A,Cyra Dunn\n', people);
    expect(owners).toEqual(['Cyra Dunn']);
    expect(kindsOf(imported, 'doubtful')).toEqual({
      'an owner whose name several people have; the name is kept as it is': 'customers row 2',
    });
  });

  test('are nobody where a CRM says so, and who is no user any more is told', async () => {
    const { imported, owners } = await ownersOf(
      'Record ID,Company name,Company owner\nc1,A,No owner\nc2,B,(Deactivated user)\nc3,C,Cyra Dunn\nc4,D,Unassigned\n',
    );
    expect(owners).toEqual(['', '', '3', '']);
    expect(kindsOf(imported, 'doubtful')).toEqual({
      'an owner who is no user any more; left without': 'customers row 3',
    });
  });
});

test('the owner of a company in HubSpot counts before other people of it', async () => {
  const people = PEOPLE.replace('Initials,Room', 'Email,Room').replaceAll(/,([A-Z]{3}),/g, ',$1@x.io,');
  const { owners } = await ownersOf(
    'Record ID,Company name,Company owner,Customer Success Owner\n1,Acme,Cyra Dunn (DUN@x.io),Dirk East\n2,Beta,Bodo Carr (CAR@x.io),Dirk East\n3,Core,(Deactivated User),\n',
    people,
  );
  expect(owners).toEqual(['3', '2', '']);
});
