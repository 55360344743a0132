/** Runs the chalktalk command from a clone: installs what is missing, then hands over in the same process. */
import './installed.mjs';

// npm runs scripts from the project's root; paths the user names are relative to where they stand.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import('../packages/cli/bin/chalktalk.mjs');
