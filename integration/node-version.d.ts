export declare function nodeTooOld(version?: string): string | undefined;
