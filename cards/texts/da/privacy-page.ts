/** `/privacy`: what Sammen keeps about people, and who can read it. A sentence here is a promise: change both together. */
export const privacyPage = {
  title: 'Det, Sammen gemmer om dig',
  lead: (municipality: string) =>
    `Sammen er ${municipality}s chatbot. Den finder en kollega, der vil tænke med, når du har et dilemma i dit arbejde. Her står, hvad den gemmer, og hvem der kan læse det.`,
  sections: [
    {
      title: 'Hvad bliver gemt?',
      text: [
        'Dit navn, din e-mailadresse, din afdeling og din leder, som de står på kommunens liste og i din chat. Det, du selv skriver på din profil.',
        'Dine dilemmaer og det, I skriver til hinanden i en sag. Hvilke af ugens skub du har fået, og hvad du har trykket på.',
        'Sammen læser kun det, du skriver til den, aldrig jeres andre samtaler.',
      ],
    },
    {
      title: 'Hvad bliver skjult?',
      text: [
        'CPR-numre, e-mailadresser og telefonnumre bliver skjult, før en tekst bliver gemt. Sammen siger til, når det sker. Den kan overse et nummer eller et navn, så skriv ikke, hvem borgeren er, heller ikke når du spørger for en borger.',
        'Filer og billeder kommer ikke med.',
      ],
    },
    {
      title: 'Hvem kan læse det?',
      text: [
        'Før du trykker Send: kun du. Derefter den sparringsagent, Sammen spørger, og den næste, hvis det bliver et nej. Alle agenter ser kun sagen, hvis du siger ja til det. Din leder og lederne over din leder er ikke iblandt dem.',
        'Hvis en anden kollega skal tage sagen over, bestemmer du, om de må læse, hvad I har skrevet.',
        'HR ser tal, aldrig tekst eller navne. Tallene for grupper er med vilje lidt upræcise, så ingen kan regne ud, om du er med i dem. En sparringsagent, der har sagt ja til det, står med navn på den åbne side "Har du en idé?".',
        'En fortælling om det, I lærte, kan alle kolleger læse, også i ugens skub og i rapporten til HR. Den bliver først til, når du og sparringsagenten har sagt ja til hvert ord, og ingen kan se, at den er fra jer. I kan tage den tilbage.',
        'De få, der passer Sammens server i kommunen, kan komme til det, der er gemt. Det bliver noteret, når de åbner en sag eller tager noget ud. HR og administratorer kan læse, hvem der har åbnet hvad. En administrator kan tage en borgers navn ud af en sag uden at læse den.',
        'Hvis princip eller emne for en sag bliver rettet, kan en administrator læse dilemmaet uden navne, så Sammen lærer af det.',
      ],
    },
    {
      title: 'Når du sender uden dit navn',
      text: [
        'Så står der "Anonym kollega" hos den, der læser, uden afdeling og telefon. Din tekst kan alligevel røbe dig. Reglerne om aktindsigt gælder også her.',
      ],
    },
  ],
  howLong: {
    title: 'Hvor længe?',
    text: (months: string, isOne: boolean) => [
      `En kladde, du ikke sender, er væk efter to arbejdsdage. En sag bliver gemt i ${isOne ? 'en måned' : `${months} måneder`}, efter at den er lukket eller trukket tilbage. Så forsvinder den med alt, hvad I har skrevet, og kun tallene bliver.`,
      'En fortælling, som I begge har sagt ja til, bliver, til en af jer eller HR tager den væk. Hvilke skub du har fået, og hvad du har svaret på dem, bliver, til du skriver "slet mig".',
      'Kommunens sikkerhedskopier gemmer en tekst lidt længere. Bliver en af dem taget i brug, glemmer Sammen igen dem, der har bedt om det.',
      'Chatten ligger også i Teams eller Slack. Der gælder kommunens regler for dem.',
    ],
  },
  yours: {
    title: 'Hvad kan du gøre?',
    text: [
      'Skriv "mine data", så får du et link til alt, der er gemt om dig, som én fil. Skriv "profil" for at rette det, Sammen ved om dig. Skriv "stop", hvis du ikke vil have ugens skub. Skriv "slet mig" for at blive glemt: dit navn, dine kladder og dine svar forsvinder, og tallene bliver. En sag, som kommunen skal bruge som dokumentation, kan blive holdt fast. Så står den, også med dit navn, til den bliver givet fri; det siger Sammen, før du siger ja.',
    ],
  },
  embeddings: {
    title: 'Hjælp fra et program på kommunens netværk',
    text: (host: string) =>
      `Et program på kommunens eget netværk (${host}) hjælper Sammen med at forstå dilemmaer. Det får teksten uden CPR-numre, telefonnumre og e-mailadresser, og ikke, hvem der har skrevet den.`,
  },
  ask: {
    title: 'Hvem kan du spørge?',
    text: (municipality: string, phone: string | null) =>
      `Spørg ${municipality}${phone === null ? '' : ` på ${phone}`}, hvis du vil have noget rettet eller klage. Du kan også klage til Datatilsynet.`,
  },
};
