/**
 * What one of `right` options that share a question is worth, in percent, written as Moodle's list of fractions has it: five decimals, without
 * trailing zeros. The list holds the parts of up to ten.
 */
export const shareOf = (right: number): string => String(Number((100 / right).toFixed(5)));
