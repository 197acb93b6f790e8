export { PreviewButton } from './PreviewButton';
export { usePreview } from './usePreview';
export { Viewers, type ViewersProps } from './Viewers';
export { WhatIf } from './WhatIf';
export { Why } from './Why';
export { WhyButton } from './WhyButton';
