/** Names under which films, edits and their scenes wait for workers. They are stored: renaming one orphans what waits. */
export const APPLICATION = 'chalktalk';
export const FILM_QUEUE = 'films';
export const SCENE_QUEUE = 'scenes';
export const EDIT_QUEUE = 'edits';
export const FILM_WORKFLOW = 'film';
export const SCENE_WORKFLOW = 'scene';
export const EDIT_WORKFLOW = 'edit';
export const EDIT_SCENE_WORKFLOW = 'edit scene';
/** Workers take over only from workers of the same version: raise it when the order of a workflow's steps changes. */
export const WORKFLOWS_VERSION = '1';
