export { Newest } from './Newest';
export { Report } from './Report';
export { ReportPart } from './ReportPart';
export { standingOf } from './status';
export { useEnd, useLiveness } from './useEnd';
