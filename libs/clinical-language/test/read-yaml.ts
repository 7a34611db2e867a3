/** What stands in a YAML file: Jest parses it once and keeps that until the file changes. */
export const readYaml = (file: string): unknown => jest.requireActual<object>(file);
