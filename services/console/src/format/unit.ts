export { formatQuantity, formatUnit } from '../../../../libs/presentation/src/messages/quantity';
