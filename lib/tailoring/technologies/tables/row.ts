/**
 * One technology in a line: name, year in which it could first be used in work (null where that is not known for sure), other ways to write
 * it, and what it belongs to or is used with (names of other rows). Lists are parted by ", ".
 *
 * A space in a name stands for a space, a hyphen or nothing: "Spring Boot" is also "SpringBoot" and "Spring-Boot". Marks before a name or
 * alias: "=" it counts as written here or in capitals only (REST is not rest); "~" it is also an everyday word or a name (Go, Excel, Express),
 * so that what stands around it must speak for it. Single letters need the strongest reasons and have no mark.
 */
export type TechnologyRow = readonly [name: string, since: number | null, aliases?: string, related?: string];
