import { frontend } from '../../rsbuild.shared.ts';

export default frontend({ name: 'upload', port: 4201, exposes: { './Tab': './src/tab.tsx' } });
