import { array, mixed, object, string, type InferType } from 'yup';
import { typedText } from './contacts';
import { asTyped, endpoint } from './endpoint';

/** The lists of the panel whose filters can be kept under a name. */
export const viewedLists = ['guests'] as const;
export type ViewedList = (typeof viewedLists)[number];
const viewedList = mixed<ViewedList>()
  .oneOf([...viewedLists])
  .required();

export const savedViewsMax = 30;

/** A filter of a list as the page's address has it (`state=closed&sort=lastName:ASC`), under a name. */
export const savedView = object({
  name: typedText(60).min(1).required(),
  search: string()
    .transform(asTyped)
    .max(1_000)
    .matches(/^[\w\-.~%+&=:*!'()]*$/)
    .defined(),
}).noUnknown();
export type SavedView = InferType<typeof savedView>;

const views = array(savedView.required()).max(savedViewsMax).required();

/** GET /saved-views — the caller's own, in their order. */
export const GetSavedViews = endpoint('GetSavedViews', {
  query: object({ list: viewedList }).noUnknown(),
  response: object({ views: array(savedView.required()).required() }),
});

/** PUT /saved-views — all of them, instead of those before. */
export const SaveViews = endpoint('SaveViews', {
  body: object({ list: viewedList, views }).noUnknown(),
  response: object({ views: array(savedView.required()).required() }),
});
