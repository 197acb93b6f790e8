import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { Finding } from '../../../../contract/posture';
import { ApiError, callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import { AcceptDialog } from './AcceptDialog';
import { RepairDialog } from './RepairDialog';

type Asked = { kind: 'accept' | 'repair'; finding: Finding };

/**
 * Mends, accepts or opens again what is chosen, after the questions that it takes, and says what came of it.
 *
 * @returns how to begin each, and the window to render
 */
export const useFindingActions = (reload: () => void) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [asked, ask] = React.useState<Asked | null>(null);
  const say = (message: string) => toggleNotification({ type: 'success', message });
  const close = () => ask(null);

  const told = async (work: () => Promise<string>) => {
    try {
      say(await work());
    } catch (error) {
      const hasMoved = error instanceof ApiError && (error.code === 'conflict' || error.code === 'not_found');
      toggleNotification({ type: 'danger', message: hasMoved ? translate('posture.conflict') : errorMessage(error) });
      reload();
    }
  };

  const repair = ({ id, mark }: Finding, days: number) =>
    told(async () => {
      const { repaired } = await callApi('RepairFinding', { params: { finding: id }, body: { mark, days } });
      return translate('posture.said.repaired', { count: repaired });
    });

  const reopen = ({ id }: Finding) =>
    void told(async () => {
      await callApi('ReopenFinding', { params: { finding: id } });
      return translate('posture.said.reopened');
    });

  const onAccepted = () => {
    close();
    say(translate('posture.said.accepted'));
  };

  const onStale = () => {
    close();
    reload();
  };

  return {
    accept: (finding: Finding) => ask({ kind: 'accept', finding }),
    repair: (finding: Finding) => ask({ kind: 'repair', finding }),
    reopen,
    dialog:
      asked?.kind === 'accept' ? (
        <AcceptDialog finding={asked.finding} onAccepted={onAccepted} onClose={onStale} />
      ) : asked?.kind === 'repair' ? (
        <RepairDialog finding={asked.finding} onClose={close} onConfirm={(days) => void repair(asked.finding, days)} />
      ) : null,
  };
};
