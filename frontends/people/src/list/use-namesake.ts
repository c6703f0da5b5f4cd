import { useClient } from 'urql';
import { readFragment } from '../gql/index.ts';
import type { PersonRowFragment as Person } from '../gql/graphql.ts';
import { PeopleQuery, PersonRowFragment } from './people.operations.ts';

const LOOKED_AT = 20;

/** Finds somebody who is called the same, whatever the case. @param except an id of somebody who is not meant */
export function useNamesake(): (name: string, except?: string) => Promise<Person | null> {
  const client = useClient();
  return async (name, except) => {
    const { data } = await client
      .query(PeopleQuery, { search: name, first: LOOKED_AT }, { requestPolicy: 'network-only' })
      .toPromise();
    const found = data?.speakerProfiles.edges.map(({ node }) => readFragment(PersonRowFragment, node)) ?? [];
    const isNamed = (other: Person): boolean =>
      other.id !== except && other.name.toLocaleLowerCase() === name.toLocaleLowerCase();
    return found.find(isNamed) ?? null;
  };
}
