// The app's addresses and the people whose seats can be taken; asked again until they are known.
import { useCallback, useEffect, useState } from 'react';
import { type Config, localTeams, type Person } from './local-teams.ts';

export type Directory = {
  config: Config | null;
  people: Person[] | null;
  fault: string | null;
  /** Reads everything again; resolves to how many people there are. */
  reload: () => Promise<number>;
};

const secondsBetweenTries = 2;

export function useDirectory(): Directory {
  const [config, setConfig] = useState<Config | null>(null);
  const [people, setPeople] = useState<Person[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const reload = useCallback(async () => {
    const [known, everyone] = await Promise.all([localTeams.config(), localTeams.people()]);
    setConfig((before) => (JSON.stringify(before) === JSON.stringify(known) ? before : known));
    setPeople(everyone);
    setFault(null);
    return everyone.length;
  }, []);

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const load = () =>
      reload()
        .catch((error: Error) => {
          if (!gone) setFault(error.message);
          return 0;
        })
        .then((found) => {
          if (found === 0 && !gone) again = setTimeout(load, secondsBetweenTries * 1000);
        });
    void load();
    return () => {
      gone = true;
      clearTimeout(again);
    };
  }, [reload]);

  return { config, people, fault, reload };
}
