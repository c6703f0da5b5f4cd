import type { TabProps } from '@colloquy/web-kit';
import { CollectionList } from './list/collection-list.tsx';
import { CollectionPage } from './page/collection-page.tsx';

export default function CollectionsTab({ route }: TabProps<'collections'>) {
  const { collectionId } = route;
  return collectionId ? <CollectionPage key={collectionId} id={collectionId} /> : <CollectionList />;
}
