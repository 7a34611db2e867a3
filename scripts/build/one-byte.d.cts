export declare const oneByte: (program: string) => string;
