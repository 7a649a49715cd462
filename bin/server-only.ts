// Stands in for the package `server-only`, which refuses to load outside Next; the command line and the tests alias it here.
export {};
