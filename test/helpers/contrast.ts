export { contrast } from '../../scripts/contrast';
