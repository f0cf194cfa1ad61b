import type { Schemas } from "../../api/client";

export type Post = Schemas["settings.Post"];

/** Who holds a class on a day instead of its teacher, if anybody does; the latest named of several. */
export function holderOf(posts: readonly Post[], school_class: string, today: string): Post | undefined {
  return posts
    .filter((post) => post.school_class === school_class && post.from_on <= today && today <= post.until_on)
    .sort((one, other) => other.made_at - one.made_at)[0];
}
