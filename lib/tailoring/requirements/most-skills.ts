/** Skills of a requirement at most. Apart from the schemas, whose library a page does not need before somebody types. */
export const mostSkills = 60;
