import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useSite } from '../site';

/** Opens the window of a new entry; not there for whoever may only look. */
export const AddButton = ({ label, onClick }: { label: string; onClick: () => void }) => {
  const { mayEdit } = useSite();
  if (!mayEdit) return null;
  return (
    <Button variant="secondary" startIcon={<Plus />} onClick={onClick}>
      {label}
    </Button>
  );
};
