// Shared modules are settled before anything imports them.
void import('./bootstrap.tsx');
