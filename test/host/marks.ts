/** The start of each line that the tests say, among all that a workbench logs. */
export const lineMark = '│';

/** The start of the line, after its mark, by which the tests tell their counts to the tool that started them. */
export const resultMark = '##result ';
