export { PreviewButton } from './PreviewButton';
export { WhatIf } from './WhatIf';
export { WhyButton } from './WhyButton';
