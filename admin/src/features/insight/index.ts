export { PreviewButton } from './PreviewButton';
export { Viewers, type ViewersProps } from './Viewers';
export { WhatIf } from './WhatIf';
export { WhyButton } from './WhyButton';
