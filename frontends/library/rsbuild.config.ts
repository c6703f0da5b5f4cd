import { frontend } from '../../rsbuild.shared.ts';

export default frontend({ name: 'library', port: 4202, exposes: { './Tab': './src/tab.tsx' } });
