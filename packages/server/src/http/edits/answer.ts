/** How an edit is told to its clients: the contract's fields, in the contract's order. */
import type { SceneChanges } from '@chalktalk/engine';
import type { EditProgress, EditResult, EditStatus } from '../../edits/edit.ts';
import type { LinkOf } from '../videos/answer.ts';

/** What is told of an edit. */
export interface ToldEdit {
  id: string;
  video: string;
  status: EditStatus;
  progress: EditProgress;
  result: EditResult | null;
  error_message: string | null;
  created_at: string;
  updated_at: string;
}

/** SQL of a ToldEdit, times as the contract writes them. */
export const TOLD_COLUMNS = `id, video, status, progress, result, error_message,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as created_at,
  to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"') as updated_at`;

export function editAnswer(edit: ToldEdit, linkOf: LinkOf) {
  const { id, video, status, progress, error_message, created_at, updated_at } = edit;
  const is_complete = status === 'complete' || status === 'reverted';
  return {
    edit_id: id,
    video_uuid: video,
    status,
    is_complete,
    is_failed: status === 'error',
    progress: { stage: progress.stage, percent: progress.percent },
    result: is_complete && edit.result ? resultOf(edit.result, status, linkOf) : null,
    error_message,
    created_at,
    updated_at,
  };
}

function resultOf({ files, forth, back }: EditResult, status: EditStatus, linkOf: LinkOf) {
  return {
    link: linkOf(files.video),
    vtt: linkOf(files.vtt),
    ...inOrder(forth),
    ...(status === 'reverted' ? { revert_diff: inOrder(back) } : {}),
  };
}

/** The database keeps no order of names. */
function inOrder({ modified_scenes, added_scenes, removed_scenes }: SceneChanges): SceneChanges {
  return { modified_scenes, added_scenes, removed_scenes };
}
