// The shell loads this remote through `./Tab`; it has no page of its own.
export {};
