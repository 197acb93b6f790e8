import type { ReactNode } from 'react';
import { Heading } from './Heading';

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page that says one thing: the key page, "your access is closed", "this page does not exist". */
export const Card = ({ title, children }: CardProps) => (
  <section className="card">
    <Heading key={title}>{title}</Heading>
    {children}
  </section>
);
