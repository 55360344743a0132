/** What is asked of the edit calls and what they answer. */
import { ASPECT_RATIOS, isStorable, UNSTORABLE } from '@chalktalk/engine';
import { z } from '@hono/zod-openapi';
import { EDIT_STAGES, EDIT_STATUSES } from '../../edits/edit.ts';
import { MOST_IMAGES } from '../../outside/images.ts';

const URLS = `must be a list of at most ${MOST_IMAGES} https URLs`;

export const editSchema = z
  .object({
    video_uuid: z.guid('must be the uuid of a video').meta({ description: 'A finished video of yours.' }),
    edit_request: z
      .string()
      .max(5000, 'must be at most 5000 characters')
      .refine(isStorable, UNSTORABLE)
      .refine((text) => text.trim().length > 0, 'must say what to change, in 1 to 5000 characters')
      .meta({
        description: 'What to change, in plain words.',
        example: 'Replace the bird in scene 3 with a hawk',
        minLength: 1,
        maxLength: 5000,
      }),
    reference_image_urls: z
      .array(
        z
          .string()
          .max(2048, 'must be at most 2048 characters')
          .refine(isStorable, UNSTORABLE)
          .refine((text) => URL.canParse(text), 'must be a URL such as https://example.com/bird.png'),
        URLS,
      )
      .max(MOST_IMAGES, URLS)
      .nullish()
      .meta({
        description: 'Images of up to 5 MB on the public internet, whose hosts answer HEAD with their size.',
      }),
    aspect_ratio: z
      .enum(ASPECT_RATIOS, `must be ${ASPECT_RATIOS.join(' or ')}`)
      .nullish()
      .meta({ description: 'Another shape for the whole video.' }),
  })
  .openapi('EditOrder');

const EDIT_ID = '7f1c2a9e-0d4b-4c57-8a3f-1b2c3d4e5f60';
const VIDEO = '550e8400-e29b-41d4-a716-446655440000';
const TIME = '2026-04-25T12:34:56.789012+00:00';

export const takenSchema = z
  .object({
    edit_id: z.uuid(),
    video_uuid: z.uuid(),
    status: z
      .enum(['processing', 'queued'])
      .meta({ description: 'Queued while another edit of the video is under way.' }),
    created_at: z.string(),
  })
  .openapi('EditTaken', {
    example: { edit_id: EDIT_ID, video_uuid: VIDEO, status: 'processing', created_at: TIME },
  });

const numbers = (what: string) => z.array(z.int()).meta({ description: `${what}; from 1.` });
const changes = {
  modified_scenes: numbers('Scenes that changed, as numbered in the video after'),
  added_scenes: numbers('Scenes that are new, as numbered in the video after'),
  removed_scenes: numbers('Scenes that are gone, as numbered in the video before'),
};

export const editAnswerSchema = z
  .object({
    edit_id: z.uuid(),
    video_uuid: z.uuid(),
    status: z.enum(EDIT_STATUSES),
    is_complete: z.boolean().meta({ description: 'True for complete and reverted.' }),
    is_failed: z.boolean().meta({ description: 'True for error.' }),
    progress: z.object({
      stage: z.enum(EDIT_STAGES),
      percent: z.number().min(0).max(100).meta({ description: 'Never falls.' }),
    }),
    result: z
      .object({
        link: z.url().meta({ description: 'The edited video. Signed; expires.' }),
        vtt: z.url(),
        ...changes,
        revert_diff: z
          .object(changes)
          .optional()
          .meta({ description: 'Once reverted: what the restore changed.' }),
      })
      .nullable()
      .meta({ description: 'Once complete or reverted.' }),
    error_message: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Edit', {
    example: {
      edit_id: EDIT_ID,
      video_uuid: VIDEO,
      status: 'processing',
      is_complete: false,
      is_failed: false,
      progress: { stage: 'generating_frames', percent: 58 },
      result: null,
      error_message: null,
      created_at: TIME,
      updated_at: TIME,
    },
  });
