import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const spain: Country = {
  code: 'ES',
  locale: 'es-ES',
  currency: 'EUR',
  people: 13,
  cities: cities('Europe/Madrid', 'Madrid, Barcelona, Valencia, Sevilla, Málaga, Bilbao'),
  phones: ['+346123456##', '+346123457##'],
  women: words('Lucía, Carmen, Inés, Begoña, Ángela, Nerea, Rocío, Montserrat, Sofía'),
  men: words('Álvaro, Iñigo, Javier, Rubén, Andrés, Joaquín, Héctor, Óscar, Jordi'),
  surnames: surnames(
    'García López, Fernández Ruiz, Muñoz Ortega, Núñez Vega, Jiménez Soto, Peña Cano, Ibáñez Gil, Martínez Rey, Ferrer Puig, Etxeberria Sáez',
  ),
  goods: goods(`
    phones | iPhone 13, 128 GB, batería al 88 % | 340
    phones | Xiaomi 13T con cargador rápido | 270
    phones | Motorola Edge 40, como nuevo | 220
    computers | Portátil Asus ZenBook 14 | 480
    computers | iMac 24 pulgadas, verde | 790 | monitor
    computers | Silla y mesa de teletrabajo | 130 | table
    audio | Tocadiscos Audio-Technica | 120 | turntable
    audio | Auriculares Sony WH-1000XM4 | 140
    vehicles | Seat Ibiza 2016, ITV al día | 7900
    vehicles | Citroën C3 diésel, 95 000 km | 6400
    vehicles | Vespa Primavera 125, roja | 2600 | motorcycle
    bicycles | Bicicleta de montaña Orbea, talla L | 520
    bicycles | Bicicleta plegable Decathlon | 150
    furniture | Sofá de tres plazas, azul | 260
    furniture | Cómoda antigua de nogal | 310 | cabinet
    furniture | Cama nido con dos colchones | 240 | bed
    appliances | Aire acondicionado portátil | 170 | aircon
    appliances | Thermomix TM5 | 420 | pot
    fashion | Traje de flamenca, talla 40 | 150 | dress
    fashion | Chaqueta de cuero, talla M | 70 | coat
    family | Cochecito Jané con capazo | 230
    hobbies | Guitarra flamenca Alhambra | 390
  `),
  texts: {
    messages: messages(`
      general_inquiry | Hola, me interesa el anuncio. ¿Podría llamarme cuando pueda?
      general_inquiry | Buenos días, tengo un par de preguntas y prefiero hablar por teléfono.
      price_negotiation | ¿Es negociable el precio si lo recojo hoy?
      price_negotiation | ¿Cuál sería el último precio?
      product_details | ¿Tiene algún golpe o arañazo?
      product_details | ¿Conserva la factura y la caja original?
      availability_check | ¿Sigue disponible?
      availability_check | Hola, ¿todavía lo tiene? Podría ir el sábado.
      meetup_arrangement | ¿Dónde podríamos quedar esta semana?
      meetup_arrangement | Puedo pasar después del trabajo, ¿qué día le viene bien?
      other | ¿Hace envíos? Yo pago los portes.
      other | Pregunto por mi abuela, llámeme a mí, por favor.
    `),
    declines: lines(`
      Lo siento, se acaba de vender.
      Esta semana estoy de viaje.
      El precio es fijo, lo siento.
    `),
    withdrawals: lines(`
      Ya he encontrado otro, gracias.
      Al final no me hace falta, perdone.
    `),
    times: words('a partir de las 19 h, por la mañana, a mediodía, por la tarde, el fin de semana'),
    descriptions: lines(`
      En muy buen estado, siempre bien cuidado.
      Solo recogida en mano. Efectivo o Bizum.
      Lo vendo por mudanza.
      Funciona perfectamente, se puede probar.
    `),
  },
};
