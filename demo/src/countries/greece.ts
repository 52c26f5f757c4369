import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const greece: Country = {
  code: 'GR',
  locale: 'el-GR',
  currency: 'EUR',
  people: 12,
  cities: cities('Europe/Athens', 'Αθήνα, Θεσσαλονίκη, Πάτρα, Ηράκλειο, Βόλος'),
  phones: ['+3069123456##', '+3069123457##'],
  women: words('Μαρία, Ελένη, Κατερίνα, Βασιλική, Σοφία, Αγγελική, Δήμητρα, Χρυσή'),
  men: words('Γιώργος, Δημήτρης, Κώστας, Νίκος, Παναγιώτης, Θανάσης, Μανώλης, Σπύρος'),
  surnames: surnames(
    'Παπαδοπούλου/Παπαδόπουλος, Γεωργίου, Οικονόμου, Νικολάου, Βλάχου/Βλάχος, Μακρή/Μακρής, Αντωνίου, Καραγιάννη/Καραγιάννης, Δημητρίου, Αλεξίου',
  ),
  goods: goods(`
    phones | iPhone 12, 64 GB, λευκό | 250
    phones | Samsung Galaxy A55, με εγγύηση | 270
    phones | Xiaomi 12 Lite, στο κουτί του | 190
    computers | Φορητός Lenovo IdeaPad 3 | 320
    computers | Οθόνη LG 27 ιντσών | 120 | monitor
    computers | iPad 9ης γενιάς | 220 | phones
    audio | Μπουζούκι τετράχορδο, με θήκη | 450 | hobbies
    audio | Ηχείο Bluetooth JBL Charge 5 | 95
    vehicles | Toyota Yaris 2014, ένα χέρι | 8300
    vehicles | Nissan Micra, χαμηλά χιλιόμετρα | 6900
    vehicles | Παπάκι Honda Supra 125 | 1350 | motorcycle
    bicycles | Ποδήλατο πόλης Ideal, 28 ίντσες | 170
    bicycles | Ποδήλατο βουνού Scott, μέγεθος M | 480
    furniture | Τραπεζαρία με έξι καρέκλες | 350 | table
    furniture | Καναπές γωνία, μπεζ | 290
    furniture | Παλιά κασέλα από καρυδιά | 230 | cabinet
    appliances | Κλιματιστικό 12.000 BTU | 210 | aircon
    appliances | Πλυντήριο ρούχων Bosch | 190
    fashion | Δερμάτινη τσάντα, χειροποίητη | 65 | bag
    family | Καρότσι μωρού Chicco | 120
    family | Ξύλινη κούνια με στρώμα | 90 | bed
    hobbies | Καγιάκ θαλάσσης, διθέσιο | 520 | parcel
  `),
  texts: {
    messages: messages(`
      general_inquiry | Καλημέρα, με ενδιαφέρει η αγγελία σας. Μπορείτε να με καλέσετε;
      general_inquiry | Γεια σας, έχω μερικές ερωτήσεις, θα ήταν πιο εύκολο τηλεφωνικά.
      price_negotiation | Είναι συζητήσιμη η τιμή αν το παραλάβω σήμερα;
      price_negotiation | Ποια θα ήταν η τελική τιμή;
      product_details | Έχει γρατζουνιές ή κάποια επισκευή;
      product_details | Υπάρχει απόδειξη και το αρχικό κουτί;
      availability_check | Είναι ακόμα διαθέσιμο;
      availability_check | Το έχετε ακόμα; Μπορώ να έρθω το Σάββατο.
      meetup_arrangement | Πού θα μπορούσα να το δω μέσα στην εβδομάδα;
      meetup_arrangement | Μπορώ να περάσω μετά τη δουλειά, ποια μέρα σας βολεύει;
      other | Στέλνετε με κούριερ; Πληρώνω εγώ τα μεταφορικά.
      other | Ρωτάω για τους γονείς μου, καλέστε παρακαλώ εμένα.
    `),
    declines: lines(`
      Λυπάμαι, μόλις πουλήθηκε.
      Λείπω αυτή την εβδομάδα.
      Η τιμή είναι τελική.
    `),
    withdrawals: lines(`
      Βρήκα άλλο, ευχαριστώ.
      Τελικά άλλαξα γνώμη, συγγνώμη.
    `),
    times: words('μετά τις 18:00, το πρωί, το μεσημέρι, το βράδυ, το σαββατοκύριακο'),
    descriptions: lines(`
      Σε πολύ καλή κατάσταση, προσεγμένο.
      Παραλαβή από τον χώρο μου. Μετρητά ή κατάθεση.
      Πωλείται λόγω μετακόμισης.
      Λειτουργεί άψογα, μπορείτε να το δοκιμάσετε.
    `),
  },
};
