/** All scripts of all pages in one, for a copy that is opened from a folder. The first one serves the others. */
import './files.ts';
import './scripts.ts';
