import { styled } from 'styled-components';

/** The design system's bar is white on a dark ground, is made for cards of media, and does not tell its value to screen readers. */
export const ProgressBar = styled.progress`
  width: 100%;
  height: 0.8rem;
  accent-color: ${({ theme }) => theme.colors.primary600};
`;
