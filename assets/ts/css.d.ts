/** esbuild makes a style sheet beside the script of it. */
declare module "*.css";
