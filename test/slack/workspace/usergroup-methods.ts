/** usergroups.users.list: who is in a user group. */
import { z } from "zod";
import { type Methods, method, refusal } from "./method.ts";

export const USERGROUPS: Methods = {
  "usergroups.users.list": method(z.looseObject({ usergroup: z.string() }), ({ groups }, { usergroup }) => {
    const users = groups.get(usergroup);
    return users ? { users: [...users] } : refusal("no_such_subteam");
  }),
};
