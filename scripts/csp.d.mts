export const contentSecurityPolicy: string;
export const developmentPolicy: string;
