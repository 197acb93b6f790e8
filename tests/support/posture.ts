import type { Finding, FindingId, GetPosture, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, type Actor } from './actors';
import { as } from './as';

/** What is risky, as somebody reads it; the administrator where nobody is named. */
export const lookAtPosture = async (reader?: Actor): Promise<ResponseOf<typeof GetPosture>> =>
  (
    await as(reader ?? (await administrator()))
      .get(pathTo('GetPosture'))
      .expect(200)
  ).body.data;

/** One finding as it stands; undefined where there is none. */
export const findingNow = async (id: FindingId, reader?: Actor): Promise<Finding | undefined> =>
  (await lookAtPosture(reader)).findings.find((finding) => finding.id === id);

/** A finding that has to be there. */
export const foundNow = async (id: FindingId, reader?: Actor): Promise<Finding> => {
  const finding = await findingNow(id, reader);
  if (finding === undefined) throw new Error(`${id} was not found`);
  return finding;
};
